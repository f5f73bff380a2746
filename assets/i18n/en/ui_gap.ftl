# Screens of the gap: both lenses, the causes, what each figure says.
ui-lens-potential = Potential
ui-lens-potential-help = Potential lens: the posts leavers can fill if everyone goes where they serve best. It is a maximum.
ui-lens-expected = Expected
ui-lens-expected-help = Expected lens: the posts leavers would fill if everyone chose as observed. What it lacks of the potential is the friction.
ui-lens-caption-potential = Potential lens: what leavers can fill, placed at best · computed on revision { $revision }
ui-lens-caption-expected = Expected lens: what they would fill if everyone chose as observed · computed on revision { $revision }
ui-lens-caption-waiting = Expected lens: being computed on revision { $revision }
ui-column-unfilled-expected = Expected unfilled
ui-column-unfilled-expected-help = Posts that would stay unfilled if everyone chose as observed: need less expected filled.
ui-column-filled-expected = Expected filled
ui-column-filled-expected-help = Posts leavers would fill if everyone chose as observed.
ui-column-unfilled-potential = Potential unfilled
ui-column-unfilled-potential-help = Unfilled posts of the potential lens: what remains of the need with leavers placed at best.
ui-column-filled-potential = Potential filled
ui-column-filled-potential-help = Filled posts of the potential lens: at the best of the matching and within the mobility radius.
ui-column-friction = Friction
ui-column-friction-help = Potential filled less expected filled: what the lack of coordination costs. Negative where chance brings more people than the best placing would send; never over all the basins computed.
ui-column-main-cause = Main cause
ui-column-main-cause-help = The largest part of the unfilled posts of the potential lens, among the seven causes and what they leave, and the posts it accounts for. In the expected lens friction is one of them. The parts of the line are under “Columns”.
ui-computing = being computed
ui-sharing-mean = Mean part (Shapley)
ui-sharing-mean-help = The part of each cause is the mean of what it frees over all the orders in which causes can be removed: no order is favoured.
ui-sharing-mean-caption = Mean parts over all orders, at central values; they add up to the potential unfilled posts.
ui-sharing-order = Fixed order
ui-sharing-order-help = The causes are removed one after the other, from top to bottom. Another order would give other parts.
ui-sharing-order-caption = Causes removed from top to bottom, at central values; they add up to the potential unfilled posts.
ui-shortage-expected = , { $basin }: { $unfilled } expected unfilled of { $need }
ui-detail-line = See the whole line
ui-figure-title = { $figure } – { $line }
ui-formula-coverage = Local coverage = supply ÷ need. Low end: low supply for high need; high end, the other way.
ui-formula-unfilled = Unfilled = need − filled. Low end: low need and high supply; high end, the other way.
ui-formula-filled-expected = Between a programme s and an occupation d of a basin within reach, μ = √(μs × μd) × exp(Φ ÷ 2) matches are made, where μs and μd are those who stay single on each side and Φ = (surplus − travel) ÷ noise. Expected filled = their sum.
ui-formula-unfilled-expected = Expected unfilled = need − expected filled. Low end: low need, high supply and the parameters that fill most; high end, the other way.
ui-formula-friction = Friction = potential filled − expected filled, at the central need and supply. Its range is that of the two parameters.
ui-formula-parts = The seven causes and what they leave share the unfilled posts:
ui-reason-step = In the fixed order, { $before } posts are unfilled before this cause is removed, { $after } after.
ui-reason-gives = Negative part: with the cause removed, people would fill other lines, and more would be missing here.
