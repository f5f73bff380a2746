# Words common to all screens.
app-name = Relève
count-rows = { $n-n ->
    [one] { $n } row
   *[other] { $n } rows
}
simulated = demonstration – simulated values
