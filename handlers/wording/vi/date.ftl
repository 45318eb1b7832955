# How dates are written. Months are numbers, and want a comma.

date-region = vi
date-day-and-year = d MMMM, y
date-day = EEEE, d MMMM
date-moment = EEE, d MMM y, HH:mm
