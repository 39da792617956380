#pragma once

#include "ui/look/stateappearance.h"

#include <QWidget>

class Catalogue;
class ElidedLabel;
class FactsForm;
class FlagActions;
class PictureView;
class PictureWindow;
class QLabel;
class QPushButton;
class QToolButton;
struct FlagEntry;

/// Everything about one flag: the picture, buttons, the state with what to do about a failure, and facts.
/// What has a varying height is at the bottom and scrolls, so nothing moves under the pointer while a batch
/// runs. Owned by DetailsPanel.
class FlagDetails final : public QWidget
{
    Q_OBJECT

public:
    /// The references must outlive the widget.
    FlagDetails(const Catalogue &catalogue, const FlagActions &actions, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(FlagDetails)

    /// `report` is for people: the outcome, and what to do. `owner` is the name of the country whose flag the
    /// picture is, if it is another one. The entry is only read now.
    void showFlag(const FlagEntry &entry, const QString &report, const QString &owner = {});
    void showNothing();
    /// A flag can be downloaded while no batch runs.
    void setBatchRunning(bool isRunning);

    [[nodiscard]] PictureView *picture() const { return m_picture; }
    [[nodiscard]] const FactsForm *facts() const { return m_facts; }
    [[nodiscard]] QPushButton *downloadButton() const { return m_download; }
    /// The text about the state.
    [[nodiscard]] QString report() const;

Q_SIGNALS:
    void closeRequested();
    void downloadRequested(const QString &code);
    /// The file of the flag is damaged or gone, and the set has what is needed to restore it.
    void repairRequested(const QString &code);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *createButtons();
    [[nodiscard]] QWidget *createTexts();
    void showPicture(const FlagEntry &entry);
    void showState();
    void updateDownload();
    void requestFlag();
    void updateIcon();
    void openPicture();

    const Catalogue &m_catalogue;
    const FlagActions &m_actions;
    QString m_code; // empty: no flag is shown
    FlagState m_state = FlagState::NotAsked;
    FileCondition m_condition = FileCondition::None;
    bool m_canBeRepaired = false;
    bool m_isBatchRunning = false;
    ElidedLabel *m_title;
    QToolButton *m_close;
    PictureView *m_picture;
    QPushButton *m_download;
    QLabel *m_stateIcon;
    QLabel *m_stateWord;
    QLabel *m_report;
    FactsForm *m_facts;
    PictureWindow *m_window = nullptr; // created when it is first opened
};
