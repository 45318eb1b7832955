# How dates are written, as patterns of the CLDR: https://unicode.org/reports/tr35/tr35-dates.html
# Years are the same everywhere, in Thai too: people here write to colleagues in six countries, and 2569 would be
# somebody else's year.

# Whose dates: people in these offices put the day before the month.
date-region = en_GB
date-day-and-year = d MMMM y
date-day = EEEE d MMMM
date-moment = EEE d MMM y, HH:mm
