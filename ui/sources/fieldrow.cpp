#include "ui/sources/fieldrow.h"

#include "ui/look/icons.h"
#include "ui/look/stateappearance.h"
#include "ui/look/textwidgets.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr double hintShare = 0.75; // of the text colour; the rest is the background

/// The palette of a field in a form with this palette. A read-only one has the background of the form.
QPalette paletteOfField(QPalette form, bool isReadOnly)
{
    if (isReadOnly)
        form.setBrush(QPalette::Base, form.window());
    QPalette own;
    if (isReadOnly)
        own.setBrush(QPalette::Base, form.base());
    own.setColor(QPalette::PlaceholderText, mutedText(form));
    return own;
}

} // namespace

FieldRow::FieldRow(const QString &label, const QString &hint, int hintLines, QWidget *parent)
    : QWidget(parent)
    , m_hintText(hint)
    , m_hintLines(hintLines)
    , m_label(new QLabel(label, this))
    , m_line(new QLineEdit)
    , m_mark(new QAction(this))
{
    setFocusProxy(m_line);
    m_label->setBuddy(m_line);
    m_line->setToolTip(hint);
    m_mark->setVisible(false);
    m_line->addAction(m_mark, QLineEdit::TrailingPosition);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    layout->addWidget(m_line);
    if (hintLines > 0) {
        m_hint = wrappingLabel();
        m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        layout->addWidget(m_hint);
    }
    keepHeight();
    updateHint();
    updateColours();
    connect(m_line, &QLineEdit::textEdited, this, [this] { m_isEdited = true; });
    connect(m_line, &QLineEdit::textEdited, this, &FieldRow::edited);
    connect(m_line, &QLineEdit::textChanged, this, &FieldRow::textChanged);
    connect(m_line, &QLineEdit::editingFinished, this, &FieldRow::onEditingFinished);
}

QString FieldRow::text() const
{
    return m_line->text().trimmed();
}

void FieldRow::setText(const QString &text)
{
    if (m_line->text() == text)
        return;
    m_line->setText(text);
    m_line->setCursorPosition(0); // the beginning of a long text says more than its end
}

void FieldRow::setReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
    m_line->setFrame(!readOnly);
    updateColours();
}

void FieldRow::setUsed(bool used)
{
    setEnabled(used);
    m_label->setEnabled(used);
    updateHint();
}

void FieldRow::setProblem(const QString &problem)
{
    m_problem = problem;
    updateHint();
}

void FieldRow::showProblem()
{
    m_isProblemShown = true;
    updateHint();
}

void FieldRow::hideProblem()
{
    m_isEdited = false;
    m_isProblemShown = false;
    updateHint();
}

void FieldRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColours();
    else if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        keepHeight();
}

// Qt emits the signal also for a field that was not edited.
void FieldRow::onEditingFinished()
{
    if (m_isEdited)
        showProblem();
}

void FieldRow::updateHint()
{
    const bool isShown = m_isProblemShown && !m_problem.isEmpty();
    const QString text = isShown ? m_problem : isEnabled() ? m_hintText : QString();
    m_mark->setVisible(isShown);
    m_mark->setToolTip(m_problem);
    describe(*m_line, m_line->accessibleName(), isShown ? m_problem : m_hintText);
    if (m_hint == nullptr)
        return;
    m_hint->setText(text);
    QPalette own;
    if (!isShown)
        own.setColor(QPalette::WindowText,
            blend(palette().color(QPalette::WindowText), palette().color(QPalette::Window), hintShare));
    m_hint->setPalette(own);
}

void FieldRow::updateColours()
{
    m_line->setPalette(paletteOfField(palette(), m_line->isReadOnly()));
    m_mark->setIcon(svgPixmap(
        u"failed"_s, StateIcons::side, stateColour(FlagState::Failed, palette()), devicePixelRatioF()));
    updateHint();
}

// A field without a frame is lower, and the rows below it would move.
void FieldRow::keepHeight()
{
    m_line->setFrame(true);
    m_line->setFixedHeight(m_line->sizeHint().height());
    m_line->setFrame(!m_line->isReadOnly());
    if (m_hint != nullptr)
        m_hint->setMinimumHeight(m_hintLines * fontMetrics().lineSpacing());
}

void showReadOnly(QSpinBox *box, bool readOnly)
{
    box->setReadOnly(readOnly);
    box->setFrame(true);
    box->setButtonSymbols(QAbstractSpinBox::UpDownArrows);
    box->setFixedHeight(box->sizeHint().height());
    box->setFrame(!readOnly);
    box->setButtonSymbols(readOnly ? QAbstractSpinBox::NoButtons : QAbstractSpinBox::UpDownArrows);
    box->setPalette(readOnly ? paletteOfField(box->parentWidget()->palette(), true) : QPalette());
}

ChoiceRow::ChoiceRow(QComboBox *combo, QWidget *parent)
    : QWidget(parent)
    , m_combo(combo)
    , m_text(new QLineEdit)
{
    m_text->setReadOnly(true);
    m_text->setFrame(false);
    auto *layout = new QStackedLayout(this);
    layout->addWidget(m_combo);
    layout->addWidget(m_text);
    updateAppearance();
}

void ChoiceRow::setReadOnly(bool readOnly)
{
    m_text->setText(m_combo->currentText());
    m_text->setToolTip(m_combo->toolTip());
    m_text->setAccessibleName(m_combo->accessibleName());
    static_cast<QStackedLayout *>(layout())->setCurrentIndex(readOnly ? 1 : 0);
}

void ChoiceRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        updateAppearance();
}

void ChoiceRow::updateAppearance()
{
    setFixedHeight(m_combo->sizeHint().height());
    m_text->setPalette(paletteOfField(palette(), true));
}
