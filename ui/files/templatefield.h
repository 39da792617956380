#pragma once

#include <QComboBox>
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

/// Where a person types the template of file names, or chooses one that is ready.
class TemplateField final : public QComboBox
{
    Q_OBJECT

public:
    explicit TemplateField(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(TemplateField)

    /// Puts it where the cursor is, in place of what is selected. What can be changed in it is selected then.
    void insert(const QString &placeholder);
};
