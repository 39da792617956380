#pragma once

#include <QDialog>
#include <QList>
#include <QMenu>
#include <QString>
#include <QStringList>

class QListWidget;
class QPushButton;
class TickHistory;

/// Countries that the user has saved under a name.
struct SavedSelection
{
    QString name;
    QStringList codes;

    friend bool operator==(const SavedSelection &, const SavedSelection &) = default;
};

/// Reads and writes the application's settings. Keeps the order in which the selections were saved.
[[nodiscard]] QList<SavedSelection> loadSelections();
void storeSelections(const QList<SavedSelection> &selections);

/// Appends `selection`, or replaces the one with the same name.
[[nodiscard]] QList<SavedSelection> withSelection(
    QList<SavedSelection> selections, const SavedSelection &selection);

/// Renames and removes saved selections. Changes nothing itself: read selections() after accepted().
class SelectionsDialog final : public QDialog
{
    Q_OBJECT

public:
    SelectionsDialog(const QList<SavedSelection> &selections, QWidget *parent);
    Q_DISABLE_COPY_MOVE(SelectionsDialog)

    /// The edited selections. Of two with the same name, the later one is kept.
    [[nodiscard]] QList<SavedSelection> selections() const;

private:
    void rename();
    void remove();
    void updateButtons();

    QListWidget *m_list;
    QPushButton *m_rename;
    QPushButton *m_remove;
};

/// The menu of saved selections: ticks only one of them or adds it to the ticks, saves the current ticks, and
/// opens SelectionsDialog. Reads the settings each time it opens. Emits notice() after saving.
class SelectionsMenu final : public QMenu
{
    Q_OBJECT

public:
    /// `ticks` must outlive the menu.
    explicit SelectionsMenu(TickHistory &ticks, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SelectionsMenu)

Q_SIGNALS:
    void notice(const QString &text);

private:
    void fill();
    void add(const SavedSelection &selection);
    [[nodiscard]] QWidget *dialogParent() const;
    void askForName();
    void save(const QString &name);
    void manage();

    TickHistory &m_ticks;
};
