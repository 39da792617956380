#pragma once

class QString;
class QWidget;

/// Has a screen reader speak `text` once, without moving the focus. `status` is the visible label whose text
/// it is. From Qt 6.8 on it is an announcement; before, Qt has none, and it is an alert on `status` and a
/// change of its name. Nothing happens if no screen reader runs. Call it for the end of an operation and for
/// a failure, not for progress.
void announce(QWidget &status, const QString &text);
