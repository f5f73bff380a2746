# Dashboard: what changed.

ui-dashboard-changes = What changed
ui-changes-since = Since revision { $revision }: { $deed }
ui-changes-undone = Since revision { $revision }, taken back: { $deed }
ui-changes-revision = Since revision { $revision }
ui-changes-line = { $before } → { $after } ({ $change })
