# How dates are written.

date-region = th
date-day-and-year = d MMMM y
date-day = EEEE'ที่' d MMMM
date-moment = EEE d MMM y, HH:mm 'น.'
