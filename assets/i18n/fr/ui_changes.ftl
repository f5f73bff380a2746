# Tableau de bord : ce qui a changé.

ui-dashboard-changes = Ce qui a changé
ui-changes-since = Depuis la révision { $revision } : { $deed }
ui-changes-undone = Depuis la révision { $revision }, annulé : { $deed }
ui-changes-revision = Depuis la révision { $revision }
ui-changes-line = { $before } → { $after } ({ $change })
