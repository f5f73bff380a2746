# Territory file and embedded catalogue.
store-error-catalogue = The embedded catalogue is damaged: table { $table }, line { $line }, column { $column }, value “{ $value }”. Reinstall the program.
