#pragma once

#include <QKeySequence>
#include <QString>

class QAbstractButton;
class QWidget;

/// What a button shows and the key that presses it.
struct ButtonTexts
{
    QString text;
    QString toolTip; ///< without the key, which is appended
    QKeySequence key = {}; ///< empty: only the mnemonic of the text, if it has one
};

/// Sets text, tooltip and key of a button together. QAbstractButton::setText() clears the shortcut, so a
/// button whose text changes would lose its key, and a tooltip that names the key would be wrong.
void setButtonTexts(QAbstractButton &button, const ButtonTexts &texts);

/// A tooltip that ends with the key in brackets: "Continue the download (Ctrl+P)".
[[nodiscard]] QString toolTipWithKey(const QString &toolTip, const QKeySequence &key);

/// The text without its mnemonic: "Export…" for "&Export…", "文件" for "文件(&F)".
[[nodiscard]] QString withoutMnemonic(QString text);

/// Whether the key edits the text while a text field has the focus, such as Ctrl+A and Ctrl+V. The shortcuts
/// of the window that have such a key do not work there.
[[nodiscard]] bool isTextEditingKey(const QKeySequence &key);

/// Makes the shortcuts of the window work while the text field has the focus. Otherwise QLineEdit and
/// QAbstractSpinBox take keys for themselves that only some desktops use for editing, such as Ctrl+E. The
/// keys of isTextEditingKey() still edit the text.
void letShortcutsPass(QWidget &field);
