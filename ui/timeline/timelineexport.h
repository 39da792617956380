#pragma once

#include "ui/desktop/fileexport.h"
#include "ui/timeline/timelinepicture.h"

#include <QDateTime>
#include <QObject>

#include <array>

class QWidget;

/// The files that a timeline can be stored in.
enum class TimelineFormat {
    Png,
    Svg,
    Csv,
    Trace, ///< Trace Event Format
};

inline constexpr std::array timelineFormats{
    TimelineFormat::Png, TimelineFormat::Svg, TimelineFormat::Csv, TimelineFormat::Trace};

/// The suffix of the files, without the dot.
[[nodiscard]] QString suffixOf(TimelineFormat format);

/// The content of a file. Blocks: call it on a pool.
[[nodiscard]] FileContent contentOf(const TimelinePicture &picture, TimelineFormat format);

/// Asks where to store a timeline, and writes the file on a thread. Owned by TimelinePage.
class TimelineExport final : public QObject
{
    Q_OBJECT

public:
    /// `widget` becomes the parent of this object and of the dialogs.
    explicit TimelineExport(QWidget &widget);
    ~TimelineExport() override = default;
    Q_DISABLE_COPY_MOVE(TimelineExport)

    /// Opens the dialog. It proposes a name with the time at which the run has started.
    void choose(const TimelinePicture &picture, TimelineFormat format, const QDateTime &startedAt);
    /// Replaces a file of this name, but no file of a set.
    void write(const TimelinePicture &picture, TimelineFormat format, const QString &path);

Q_SIGNALS:
    // Texts for people, after each write().
    void notice(const QString &text);
    void error(const QString &text);

private:
    FileExport m_file;
};
