* Makes patients.por, SPSS's portable file: pspp Tests/DataFiles/patients-portable.sps, from the folder of the project.
DATA LIST FREE / id (A4) age (F5.2) albumin (F8.3) sex (F1) stage (F2) pain (F2) region (A1) score (F2) diagnos (DATE11) visit (DATETIME20).
BEGIN DATA
P001 61    38.1    1 1  0  N 5  28-FEB-2020 "04-MAR-2021 00:00:00"
P002 70.5  41.75   2 2  3  S -1 30-MAR-2020 "04-MAR-2021 12:30:00"
P003 .     0.125   1 3  10 N 7  31-DEC-1899 "05-MAR-2021 01:00:01"
P004 55.25 35      2 9  5  S -5 .           .
P005 48    .       1 99 7  N 8  29-FEB-2024 "31-DEC-1999 23:59:59"
P006 66    -40.5   2 2  .  S .  01-JAN-2000 "01-JAN-2000 06:00:00"
END DATA.
VARIABLE LABELS sex 'Sex of the patient' / stage 'UICC stage'.
VALUE LABELS sex 1 'Male' 2 'Female' / stage 1 'I' 2 'II' 3 'III' 9 'Refused' 99 'Unknown'
  / pain 0 'None' 10 'Worst' / region 'N' 'North' 'S' 'South'.
MISSING VALUES stage (9, 99) / score (LO THRU -1).
EXPORT OUTFILE='Tests/DataFiles/patients.por'.
* What R is shown in its place.
SAVE OUTFILE='Tests/DataFiles/patients-portable.sav'.
