#pragma once

#include <QComboBox>

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
