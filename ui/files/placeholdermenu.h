#pragma once

#include <QMenu>

/// Explains what a file's name can be made of, and lets a person choose one.
class PlaceholderMenu final : public QMenu
{
    Q_OBJECT

public:
    explicit PlaceholderMenu(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(PlaceholderMenu)

Q_SIGNALS:
    /// With its braces.
    void chosen(const QString &placeholder);

private:
    void add(const QString &placeholder, const QString &meaning);
};
