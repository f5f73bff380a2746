# Assumptions: which one weighs most.

ui-tornado-help = Computes the unfilled posts with each assumption at its low end, then at its high end, the others staying central. Nothing is written.
ui-tornado-do = Compute
ui-job-sensitivity = Computing the weight of assumptions
