#pragma once

#include "app/sources/source.h"
#include "ui/sources/sourceregistry.h"

#include <QFrame>
#include <QWidget>

class QComboBox;
class QListWidget;
class QPushButton;
class SteadyButton;

/// An editable, ordered list of sources. Emits edited() for changes by the user. Owned by SourceOptionsPopup.
class FallbackList final : public QWidget
{
    Q_OBJECT

public:
    explicit FallbackList(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(FallbackList)

    /// `chosen` are ids. Ids that are not in `offered` are ignored.
    void show(const QList<Source> &offered, const QStringList &chosen);
    [[nodiscard]] QStringList chosen() const;

Q_SIGNALS:
    /// The user has changed chosen().
    void edited();

private:
    void add();
    void remove();
    void move(int by);
    void updateOffered();
    void updateButtons();

    QList<Source> m_offered;
    QListWidget *m_list;
    QComboBox *m_others;
    SteadyButton *m_add;
    SteadyButton *m_remove;
    SteadyButton *m_up;
    SteadyButton *m_down;
};

/// A popup for the options of one source: format and width of the pictures, and the fallbacks for missing
/// flags. Each change emits choiceChanged() at once. Closes like a menu. Owned by SourceChooser.
class SourceOptionsPopup final : public QFrame
{
    Q_OBJECT

public:
    explicit SourceOptionsPopup(QWidget *parent);
    Q_DISABLE_COPY_MOVE(SourceOptionsPopup)

    /// `others` are the sources that can be fallbacks. `corner` is a global position.
    void open(
        const Source &source, const QList<Source> &others, const SourceChoice &choice, const QPoint &corner);

Q_SIGNALS:
    void choiceChanged(const SourceChoice &choice);
    void adjustRequested();
    void manageRequested();

private:
    void showFormats();
    void showWidths();
    void emitChoice();
    [[nodiscard]] QString format() const;

    Source m_source;
    QComboBox *m_formats;
    QComboBox *m_widths;
    FallbackList *m_fallbacks;
    QPushButton *m_adjust;
};
