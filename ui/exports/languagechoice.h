#pragma once

#include <QComboBox>

/// A combo box with every language that has names of countries: "العربية – Arabic (ar)". The user can type
/// part of the native name, part of the English name, or the code. Owned by ExportForm.
class LanguageChoice final : public QComboBox
{
    Q_OBJECT

public:
    explicit LanguageChoice(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(LanguageChoice)

    /// `tag` is a BCP 47 tag, such as "pt-BR". Falls back to the language without the region, then to
    /// English.
    void setLanguage(const QString &tag);
    [[nodiscard]] QString language() const { return currentData().toString(); }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void commitText();
    [[nodiscard]] int rowFor(const QString &text) const;
};
