UPDATE main.{table} SET ({columns}) = ({places}) WHERE id = {key};
