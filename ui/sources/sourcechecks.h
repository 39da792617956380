#pragma once

#include "app/downloads/sourcetrial.h"
#include "app/tasks/latestjob.h"

#include <QObject>
#include <QString>
#include <QWidget>

class BuiltinServers;
class Catalogue;
class QComboBox;
class QLabel;
class QPushButton;
struct Source;

/// Fetches the flag of one country from a source, to test the source. Shows the picture, the name and the
/// elapsed time, or the failure. Saves nothing. Owned by SourcesDialog.
class SourceTest final : public QWidget
{
    Q_OBJECT

public:
    /// `catalogue` and `servers` must outlive the test.
    SourceTest(const Catalogue &catalogue, BuiltinServers &servers, const TransferSettings &transfer,
        QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SourceTest)

    /// Sets the source to test, or none. Cancels a running test and clears the result, unless the source is
    /// the same.
    void setSource(const std::optional<Source> &source);

private:
    void run();
    void show(const FlagResult &result);
    void showText(const QString &text);

    const Catalogue &m_catalogue;
    BuiltinServers &m_servers;
    const TransferSettings m_transfer;
    std::optional<Source> m_source;
    SourceTrial m_trial;
    QComboBox *m_country;
    QPushButton *m_start;
    QLabel *m_picture;
    QLabel *m_text;
};

/// Checks whether a built-in source serves older pictures because its own are not installed. Counts them on
/// the thread pool. Owned by the window.
class PicturesCheck final : public QObject
{
    Q_OBJECT

public:
    /// `servers` must outlive the check.
    explicit PicturesCheck(const BuiltinServers &servers, QObject *parent = nullptr);
    ~PicturesCheck() override = default;
    Q_DISABLE_COPY_MOVE(PicturesCheck)

    /// Emits notice() if the result differs from the previous one, at once or after counting. A new call
    /// replaces the running one.
    void check(const Source &source);

Q_SIGNALS:
    /// A text for people. Empty if the source serves its own pictures or none.
    void notice(const QString &text);

private:
    const BuiltinServers &m_servers;
    QString m_folder; // of the pictures that were counted last
    LatestJob<QString> m_counting;
};
