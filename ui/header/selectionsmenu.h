#pragma once

#include "ui/header/savedselections.h"

#include <QMenu>

class FlagModel;

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
