#pragma once

#include <QComboBox>

/// Every language that has names for countries: "العربية – Arabic (ar)". Finds them by what is typed, whether
/// that is part of the language's own name, of its English name, or its code.
class LanguageChoice final : public QComboBox
{
    Q_OBJECT

public:
    explicit LanguageChoice(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(LanguageChoice)

    /// BCP 47.
    void setLanguage(const QString &tag);
    [[nodiscard]] QString language() const { return currentData().toString(); }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void commitText();
    [[nodiscard]] int rowFor(const QString &text) const;
};
