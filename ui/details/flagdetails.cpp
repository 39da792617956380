#include "ui/details/flagdetails.h"

#include "ui/details/actionbutton.h"
#include "ui/details/factsform.h"
#include "ui/details/flagactions.h"
#include "ui/details/pictureview.h"
#include "ui/details/picturewindow.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/icons.h"
#include "ui/look/stateappearance.h"
#include "ui/look/textwidgets.h"

#include <QAction>
#include <QEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr double titleScale = 1.2; // relative to the font of the window

QString downloadText(FlagState state)
{
    switch (state) {
    case FlagState::NotFound:
    case FlagState::Failed:
    case FlagState::Cancelled:
        return FlagDetails::tr("Try again");
    case FlagState::Saved:
    case FlagState::Unchanged:
    case FlagState::Skipped:
        return FlagDetails::tr("Download again");
    case FlagState::NotAsked:
    case FlagState::Waiting:
    case FlagState::OnHold:
    case FlagState::Downloading:
    case FlagState::Fetched:
        return FlagDetails::tr("Download");
    }
    Q_UNREACHABLE();
}

/// A label whose text can be selected, with the keyboard too.
QLabel *createText()
{
    QLabel *label = wrappingLabel();
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFocusPolicy(Qt::StrongFocus);
    label->setMinimumWidth(1); // a long word must not widen the panel
    return label;
}

} // namespace

FlagDetails::FlagDetails(const Catalogue &catalogue, const FlagActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_catalogue(catalogue)
    , m_actions(actions)
    , m_title(new ElidedLabel(Qt::ElideRight))
    , m_close(new QToolButton)
    , m_picture(new PictureView)
    , m_download(new QPushButton)
    , m_stateIcon(new QLabel)
    , m_stateWord(new QLabel)
    , m_report(createText())
    , m_facts(new FactsForm)
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * titleScale);
    large.setBold(true);
    m_title->setFont(large);
    m_title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Hide details"));
    m_close->setToolTip(tr("Hide the details (F9)"));
    QSizePolicy ofPicture(QSizePolicy::Expanding, QSizePolicy::Preferred);
    ofPicture.setHeightForWidth(true);
    m_picture->setSizePolicy(ofPicture);
    m_picture->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_picture->addActions(m_actions.all());

    auto *heading = new QHBoxLayout;
    heading->addWidget(m_title, 1);
    heading->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(CellMetrics::unit, CellMetrics::unit, CellMetrics::unit, 0);
    layout->setSpacing(CellMetrics::unit);
    layout->addLayout(heading);
    layout->addWidget(m_picture);
    layout->addWidget(createButtons());
    layout->addWidget(createTexts(), 1);

    connect(m_close, &QToolButton::clicked, this, &FlagDetails::closeRequested);
    connect(m_download, &QPushButton::clicked, this, &FlagDetails::requestFlag);
    connect(m_picture, &PictureView::opened, this, &FlagDetails::openPicture);
    updateIcon();
    showNothing();
}

QWidget *FlagDetails::createButtons()
{
    auto *more = new QPushButton(tr("More"));
    auto *menu = new QMenu(more);
    menu->addActions({m_actions.copyPng(), m_actions.savePng(), m_actions.saveCopy(), m_actions.copyPath(),
        m_actions.copyLink()});
    more->setMenu(menu);
    more->setToolTip(tr("Copy the flag in another size or format, its path or its link"));
    connect(m_actions.saveCopy(), &QAction::enabledChanged, more, &QWidget::setEnabled);
    more->setEnabled(m_actions.saveCopy()->isEnabled());

    auto *buttons = new QWidget;
    auto *grid = new QGridLayout(buttons);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(CellMetrics::unit / 2);
    grid->addWidget(m_download, 0, 0, 1, 2);
    grid->addWidget(new ActionButton(m_actions.open()), 1, 0);
    grid->addWidget(new ActionButton(m_actions.showInFolder()), 1, 1);
    grid->addWidget(new ActionButton(m_actions.copyPicture()), 2, 0);
    grid->addWidget(more, 2, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    return buttons;
}

QWidget *FlagDetails::createTexts()
{
    auto *state = new QHBoxLayout;
    state->setSpacing(CellMetrics::unit / 2);
    state->addWidget(m_stateIcon);
    state->addWidget(m_stateWord, 1);
    auto *texts = new QWidget;
    auto *layout = new QVBoxLayout(texts);
    layout->setContentsMargins(0, 0, 0, CellMetrics::unit);
    layout->setSpacing(CellMetrics::unit);
    layout->addLayout(state);
    layout->addWidget(m_report);
    layout->addWidget(m_facts);
    layout->addStretch();

    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setMinimumHeight(3 * CellMetrics::unit); // leaves space for the timeline in a small window
    area->setFocusPolicy(Qt::NoFocus); // its fields have the focus, and scroll into view
    area->setWidgetResizable(true);
    area->setWidget(texts);
    texts->setAutoFillBackground(false); // QScrollArea::setWidget() switches it on
    area->viewport()->setAutoFillBackground(false);
    return area;
}

void FlagDetails::showFlag(const FlagEntry &entry, const QString &report, const QString &owner)
{
    m_code = entry.country.code;
    m_state = entry.state;
    m_condition = entry.condition();
    m_canBeRepaired = entry.canBeRepaired() && showsFault(m_state, m_condition);
    m_title->setText(entry.country.displayName);
    m_title->setToolTip(entry.country.displayName);
    showPicture(entry);
    showState();
    m_report->setText(report);
    m_report->setVisible(!report.isEmpty());
    m_facts->setFacts(factsOf(entry, m_catalogue, owner));
    updateDownload();
}

void FlagDetails::showNothing()
{
    m_code.clear();
    m_state = FlagState::NotAsked;
    m_condition = FileCondition::None;
    m_canBeRepaired = false;
    m_title->setText(tr("Details"));
    m_title->setToolTip({});
    m_picture->setText({});
    describe(*m_picture, tr("No flag"));
    m_picture->setToolTip({});
    m_stateIcon->hide();
    m_stateWord->setText(tr("Choose a flag to see its details."));
    m_report->hide();
    m_facts->setFacts({});
    updateDownload();
}

QString FlagDetails::report() const
{
    return m_report->isHidden() ? QString() : m_report->text();
}

void FlagDetails::showPicture(const FlagEntry &entry)
{
    const auto file = fileOf(entry);
    if (!file) {
        m_picture->setText(m_code);
        describe(*m_picture, tr("The flag of %1 is not in the folder").arg(entry.country.displayName));
        m_picture->setToolTip({});
        return;
    }
    m_picture->setFlag(*file, entry.picture);
    describe(*m_picture, tr("Flag of %1").arg(file->name), QFileInfo(file->path).fileName());
    m_picture->setToolTip(
        tr("Double-click or press Return for a window of its own. The wheel, + and − zoom, 0 "
           "shows the whole flag. Drag the flag into a folder or a document."));
}

void FlagDetails::showState()
{
    const bool isFaulty = showsFault(m_state, m_condition);
    const FlagState likeState = isFaulty ? FlagState::Failed : m_state;
    const QString icon = isFaulty ? u"damaged"_s : stateIconName(m_state);
    m_stateIcon->setVisible(!icon.isEmpty());
    if (!icon.isEmpty())
        m_stateIcon->setPixmap(
            svgPixmap(icon, StateIcons::side, stateColour(likeState, palette()), devicePixelRatioF()));
    const QString word = isFaulty ? faultWord(m_condition) : stateWord(m_state);
    m_stateWord->setText(word.isEmpty() ? tr("not in the folder") : word);
}

void FlagDetails::setBatchRunning(bool isRunning)
{
    if (m_isBatchRunning == isRunning)
        return;
    m_isBatchRunning = isRunning;
    updateDownload();
}

void FlagDetails::updateDownload()
{
    m_download->setText(m_canBeRepaired ? tr("Repair") : downloadText(m_state));
    m_download->setEnabled(!m_code.isEmpty() && !m_isBatchRunning);
    m_download->setToolTip(m_isBatchRunning ? tr("Wait until the running operation has ended")
            : m_canBeRepaired               ? tr("Download exactly the file that was saved")
                                            : tr("Download only this flag, into the folder below"));
}

void FlagDetails::requestFlag()
{
    if (m_canBeRepaired)
        Q_EMIT repairRequested(m_code);
    else
        Q_EMIT downloadRequested(m_code);
}

void FlagDetails::openPicture()
{
    if (!m_picture->file())
        return;
    if (m_window == nullptr)
        m_window = new PictureWindow(window());
    m_window->open(*m_picture->file(), QPixmap::fromImage(m_picture->picture()));
}

void FlagDetails::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // The layout would make all parts too low instead of the picture alone.
    const int others = layout()->minimumSize().height() - m_picture->minimumSizeHint().height();
    m_picture->setMostHeight(height() - others);
}

void FlagDetails::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    updateIcon();
    if (!m_code.isEmpty())
        showState();
}

void FlagDetails::updateIcon()
{
    m_close->setIcon(controlIcon(u"close"_s, palette(), devicePixelRatioF()));
}
