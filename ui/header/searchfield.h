#pragma once

#include <QLineEdit>

/// Where a person types a name or a code; Ctrl+F goes there.
class SearchField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SearchField)

protected:
    void changeEvent(QEvent *event) override;

private:
    void goThere();
    void updateColours();

    QAction *m_icon;
};
