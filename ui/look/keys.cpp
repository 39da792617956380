#include "ui/look/keys.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

struct Keys
{
    Q_DECLARE_TR_FUNCTIONS(Keys)
};

// The keys that edit text in the same way on every desktop.
constexpr std::array editingKeys{QKeySequence::SelectAll, QKeySequence::Copy, QKeySequence::Cut,
    QKeySequence::Paste, QKeySequence::Undo, QKeySequence::Redo, QKeySequence::DeleteStartOfWord,
    QKeySequence::DeleteEndOfWord, QKeySequence::MoveToPreviousWord, QKeySequence::MoveToNextWord,
    QKeySequence::SelectPreviousWord, QKeySequence::SelectNextWord};

/// Ignores the event with which Qt asks the field whether it wants a key for itself. The key goes to the
/// field as usual if no shortcut has it. The field is the parent.
class ShortcutPass final : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched != parent() || event->type() != QEvent::ShortcutOverride)
            return QObject::eventFilter(watched, event);
        const auto *key = static_cast<const QKeyEvent *>(event);
        const bool isCommand = key->modifiers().testAnyFlags(Qt::ControlModifier | Qt::AltModifier);
        if (!isCommand || isTextEditingKey(key->keyCombination()))
            return false;
        event->ignore();
        return true;
    }
};

} // namespace

void setButtonTexts(QAbstractButton &button, const ButtonTexts &texts)
{
    if (button.text() != texts.text) // a repeated text would be announced by screen readers
        button.setText(texts.text);
    button.setToolTip(toolTipWithKey(texts.toolTip, texts.key));
    const QKeySequence key = texts.key.isEmpty() ? QKeySequence::mnemonic(texts.text) : texts.key;
    if (button.shortcut() != key)
        button.setShortcut(key);
}

QString toolTipWithKey(const QString &toolTip, const QKeySequence &key)
{
    return key.isEmpty()
        ? toolTip
        : Keys::tr("%1 (%2)", "tooltip, key").arg(toolTip, key.toString(QKeySequence::NativeText));
}

QString withoutMnemonic(QString text)
{
    static const QRegularExpression inBrackets(u"\\(&.\\)"_s);
    text.remove(inBrackets);
    return text.replace("&&"_L1, "\n"_L1).remove(u'&').replace(u'\n', u'&');
}

bool isTextEditingKey(const QKeySequence &key)
{
    return std::ranges::any_of(editingKeys, [&key](QKeySequence::StandardKey standard) {
        return QKeySequence::keyBindings(standard).contains(key);
    });
}

void letShortcutsPass(QWidget &field)
{
    field.installEventFilter(new ShortcutPass(&field));
}
