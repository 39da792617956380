#pragma once

class QLineEdit;

/// Some platforms make the hints in empty fields paler than can be read, on a light ground or on a dark one.
/// The field's hint has the colour of what is read second from here on, whatever becomes of the palette.
void keepPlaceholderReadable(QLineEdit *field);
