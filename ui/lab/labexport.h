#pragma once

#include "app/measuring/measurement.h"
#include "ui/desktop/fileexport.h"

#include <QList>
#include <QObject>

#include <array>

class QGraphicsView;
class QWidget;

/// The files that a measurement can be stored in.
enum class LabFormat {
    Png,
    Svg,
    Csv,
};

inline constexpr std::array labFormats{LabFormat::Png, LabFormat::Svg, LabFormat::Csv};

/// The suffix of the files, without the dot.
[[nodiscard]] QString suffixOf(LabFormat format);

/// What is stored: the charts as they are shown, with a title and the conclusion.
struct LabPicture
{
    QList<QGraphicsView *> charts; ///< side by side
    QString title;
    QString conclusion;
    Measurement measurement;
};

/// The content of a file. Call it in the GUI thread, which draws widgets; a picture is encoded later.
[[nodiscard]] FileExport::Content contentOf(const LabPicture &picture, LabFormat format);

/// Asks where to store a measurement, and writes the file on a thread. Owned by LabWindow.
class LabExport final : public QObject
{
    Q_OBJECT

public:
    /// `widget` becomes the parent of this object and of the dialogs.
    explicit LabExport(QWidget &widget);
    ~LabExport() override = default;
    Q_DISABLE_COPY_MOVE(LabExport)

    /// Opens the dialog. `shown` is called when the user has chosen a file.
    void choose(const std::function<LabPicture()> &shown, LabFormat format);
    /// Replaces a file of this name, but no file of a set.
    void write(const FileExport::Content &content, const QString &path);

Q_SIGNALS:
    // Texts for people, one after each write().
    void notice(const QString &text);
    void error(const QString &text);

private:
    FileExport m_file;
};
