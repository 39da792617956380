#pragma once

#include "app/downloads/batchprogress.h"
#include "ui/batchcontrol.h"
#include "ui/flagmodel.h"
#include "ui/windowoptions.h"

#include <QTimer>
#include <QWidget>

class BuiltinServers;
class Catalogue;
class CategoryBar;
class CountryPane;
class DownloadButton;
class DownloadQueue;
class FolderRow;
class MessageLine;
class ProgressRow;
class QLayout;
class SearchField;
class SelectMenu;
class SizeSlider;
class SourceChooser;
class SourceList;

/// The one window. Remembers its state when it is closed; closing it cancels the batch.
class MainWindow final : public QWidget
{
    Q_OBJECT

public:
    /// `queue` and `servers` must outlive the window.
    MainWindow(DownloadQueue &queue, const Catalogue &catalogue, const SourceList &sources,
        BuiltinServers &servers, const WindowOptions &options, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(MainWindow)

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void layOut();
    [[nodiscard]] QLayout *topBar();
    [[nodiscard]] QLayout *chipBar();
    [[nodiscard]] QLayout *bottomBar();
    void connectControls();
    void connectGrid();
    void connectBatch();
    void restore(const WindowOptions &options);
    void remember() const;

    void downloadOrCancel();
    void startBatch(const QStringList &codes);
    void endBatch(const BatchProgress &progress);
    void clearSearchOrCancel();

    void scheduleRefresh();
    /// Brings everything that sums up the model up to date.
    void refresh();
    void refreshMessage();
    void showProblem(const QString &text);

    FlagModel m_model;
    BatchControl m_batch;
    QTimer m_refresh;
    QSize m_batchBox; // what the latest batch fits its pictures to
    QString m_problem; // of the whole batch, for people

    CountryPane *m_countries;
    SourceChooser *m_source;
    SearchField *m_search;
    SelectMenu *m_select;
    DownloadButton *m_download;
    CategoryBar *m_categories;
    SizeSlider *m_size;
    MessageLine *m_message;
    FolderRow *m_folder;
    ProgressRow *m_progress;
};
