#pragma once

#include <QDialog>
#include <QList>
#include <QMenu>
#include <QString>
#include <QStringList>

class FlagModel;
class QListWidget;
class QPushButton;

/// Countries that a person has saved under a name.
struct SavedSelection
{
    QString name;
    QStringList codes;

    friend bool operator==(const SavedSelection &, const SavedSelection &) = default;
};

/// From and to the settings of the application, in the order in which they were saved.
[[nodiscard]] QList<SavedSelection> loadSelections();
void storeSelections(const QList<SavedSelection> &selections);

/// With this one at the end, or in the place of the one with its name.
[[nodiscard]] QList<SavedSelection> withSelection(
    QList<SavedSelection> selections, const SavedSelection &selection);

/// Gives saved selections other names, and removes them. Nothing counts before it is accepted.
class SelectionsDialog final : public QDialog
{
    Q_OBJECT

public:
    SelectionsDialog(const QList<SavedSelection> &selections, QWidget *parent);
    Q_DISABLE_COPY_MOVE(SelectionsDialog)

    /// As they are now; of two with one name the later.
    [[nodiscard]] QList<SavedSelection> selections() const;

private:
    void rename();
    void remove();
    void updateButtons();

    QListWidget *m_list;
    QPushButton *m_rename;
    QPushButton *m_remove;
};

/// The selections that a person has saved: ticks one, saves what is ticked, and opens the dialog in which
/// they get other names or are removed.
class SelectionsMenu final : public QMenu
{
    Q_OBJECT

public:
    /// `model` must outlive the menu.
    explicit SelectionsMenu(FlagModel &model, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SelectionsMenu)

Q_SIGNALS:
    void notice(const QString &text);

private:
    void fill();
    void askForName();
    void save(const QString &name);
    void manage();

    FlagModel &m_model;
};
