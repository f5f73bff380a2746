"""The assumptions as the program lists them (`releve assumptions`): they are inputs of the model, not results."""


class Assumptions:
    def __init__(self, listed):
        self.values = {(a["key"], a["scope"]): tuple(a["value"][end] for end in ("low", "central", "high")) for a in listed}

    def get(self, key, *scopes):
        """The value of the narrowest scope that is stated, scopes being given from the narrowest to the widest."""
        for scope in (*scopes, ""):
            if (key, str(scope)) in self.values:
                return self.values[key, str(scope)]
        raise KeyError((key, scopes))
