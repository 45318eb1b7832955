# How dates are written.

date-region = id
date-day-and-year = d MMMM y
date-day = EEEE d MMMM
date-moment = EEE d MMM y, HH:mm
