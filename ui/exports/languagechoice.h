#pragma once

#include <QComboBox>

/// Every language that has names for countries, by its own name.
class LanguageChoice final : public QComboBox
{
    Q_OBJECT

public:
    explicit LanguageChoice(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(LanguageChoice)

    /// BCP 47.
    void setLanguage(const QString &tag);
    [[nodiscard]] QString language() const { return currentData().toString(); }
};
