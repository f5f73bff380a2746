# Texts of the detail of a line: causes, shortage, both lenses.

ui-why-causes = Why?
ui-why-hall = Who can take these posts?
ui-why-usual = If everyone does as usual
ui-causes-caption = Mean share of each cause, and its bounds over the orders of removal. In posts, computed on revision { $revision }.
ui-causes-total = Unfilled
ui-causes-none = All posts of this line can be filled.
ui-causes-negative = A negative share: removing this cause would send people from here to other lines.
ui-causes-nothing = { $n-n ->
    [one] { $n } cause without effect here
   *[other] { $n } causes without effect here
}
ui-hall-none = No post of this line lacks people: all can be filled.
ui-hall-sum = { $posts } posts − { $people } people = { $unfilled } unfilled at least, wherever these people are placed.
ui-hall-nobody = No leaver of training can take them.
ui-hall-posts = The posts
ui-hall-posts-unit = posts
ui-hall-people = Those who can take them
ui-hall-people-unit = people
ui-hall-context = { $basin } (outside the territory)
ui-hall-wider = The line has { $asked } unfilled posts. The other { $rest } lack people because other posts take the same people.
ui-hall-wider-title = All these posts together
ui-list-sum = Sum
ui-list-whole = Show all
ui-list-copy = Copy the list: { $list }
ui-usual-need = Need
ui-usual-potential = Filled, at best
ui-usual-filled = Filled, expected
ui-usual-unfilled = Unfilled, expected
ui-usual-lost = Friction
ui-usual-friction = Friction = filled at best − expected filled = { $potential } − { $filled } = { $friction } posts: people and posts that could meet, and do not.
ui-usual-friction-negative = Friction = filled at best − expected filled = { $potential } − { $filled } = { $friction } posts: by the play of choices this line gains more people than the best matching gives it.
ui-job-shortage = Finding who can take these posts
ui-sheet-causes = Causes
