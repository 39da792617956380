#pragma once

#include <QComboBox>
#include <QMenu>

/// Lists the placeholders of a file name with their meaning. Emits chosen() for the selected one.
class PlaceholderMenu final : public QMenu
{
    Q_OBJECT

public:
    explicit PlaceholderMenu(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(PlaceholderMenu)

Q_SIGNALS:
    /// `placeholder` includes the braces.
    void chosen(const QString &placeholder);

private:
    void add(const QString &placeholder, const QString &meaning);
};

/// The editable combo box for the template of file names, with predefined templates in its list.
class TemplateField final : public QComboBox
{
    Q_OBJECT

public:
    explicit TemplateField(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(TemplateField)

    /// Inserts a placeholder at the cursor, replacing the selection. Then selects its language, if it has
    /// one.
    void insert(const QString &placeholder);
};
