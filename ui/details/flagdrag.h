#pragma once

class QImage;
class QWidget;
struct FlagFile;

/// Lets the user drag a flag to another program, which gets a copy: the file, or the picture. Does nothing if
/// the file no longer exists. Returns when the drag has ended; meanwhile an event loop runs, and `source` may
/// be destroyed.
void dragFlag(QWidget &source, const FlagFile &file, const QImage &picture);
