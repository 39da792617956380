#include "ui/look/placeholdercolour.h"

#include "ui/look/stateappearance.h"

#include <QEvent>
#include <QLineEdit>

namespace {
class PlaceholderColour final : public QObject
{
public:
    explicit PlaceholderColour(QLineEdit *field)
        : QObject(field)
        , m_field(field)
    {
        field->installEventFilter(this);
        update();
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == m_field && event->type() == QEvent::PaletteChange)
            update();
        return QObject::eventFilter(watched, event);
    }

private:
    void update()
    {
        const QColor muted = mutedText(m_field->palette());
        if (m_field->palette().color(QPalette::PlaceholderText) == muted)
            return;
        QPalette readable;
        readable.setColor(QPalette::PlaceholderText, muted);
        m_field->setPalette(readable);
    }

    QLineEdit *m_field;
};
} // namespace

void keepPlaceholderReadable(QLineEdit *field)
{
    new PlaceholderColour(field);
}
