#pragma once

#include "app/sources/source.h"

#include <QWidget>

class QComboBox;
class QListWidget;
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
    void offerTheOthers();
    void updateButtons();

    QList<Source> m_offered;
    QListWidget *m_list;
    QComboBox *m_others;
    QToolButton *m_add;
    QToolButton *m_remove;
    QToolButton *m_up;
    QToolButton *m_down;
};
