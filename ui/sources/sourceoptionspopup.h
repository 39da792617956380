#pragma once

#include "app/sources/source.h"
#include "ui/sources/sourceregistry.h"

#include <QFrame>

class FallbackList;
class QComboBox;
class QPushButton;

/// Opens beside the source and lets a person choose its pictures, and whom to ask for what it lacks. Each
/// change counts at once; it closes like a menu.
class SourceOptionsPopup final : public QFrame
{
    Q_OBJECT

public:
    explicit SourceOptionsPopup(QWidget *parent);
    Q_DISABLE_COPY_MOVE(SourceOptionsPopup)

    /// `others` are those that can be asked for what the source lacks.
    void open(
        const Source &source, const QList<Source> &others, const SourceChoice &choice, const QPoint &corner);

Q_SIGNALS:
    void choiceChanged(const SourceChoice &choice);
    void adjustRequested();
    void manageRequested();

private:
    void showFormats();
    void showWidths();
    void tell();
    [[nodiscard]] QString format() const;

    Source m_source;
    QComboBox *m_formats;
    QComboBox *m_widths;
    FallbackList *m_fallbacks;
    QPushButton *m_adjust;
};
