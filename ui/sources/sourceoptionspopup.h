#pragma once

#include "app/sources/source.h"
#include "ui/sources/sourceregistry.h"

#include <QFrame>
#include <QWidget>

class QComboBox;
class QListWidget;
class QPushButton;
class QToolButton;

/// An ordered list of sources that a person puts together, with buttons beside it.
class FallbackList final : public QWidget
{
    Q_OBJECT

public:
    explicit FallbackList(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(FallbackList)

    /// What there is to choose from, and what is chosen by id. An id that is not there is left out.
    void show(const QList<Source> &offered, const QStringList &chosen);
    [[nodiscard]] QStringList chosen() const;

Q_SIGNALS:
    /// By the person.
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
    QToolButton *m_add;
    QToolButton *m_remove;
    QToolButton *m_up;
    QToolButton *m_down;
};

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
    void emitChoice();
    [[nodiscard]] QString format() const;

    Source m_source;
    QComboBox *m_formats;
    QComboBox *m_widths;
    FallbackList *m_fallbacks;
    QPushButton *m_adjust;
};
