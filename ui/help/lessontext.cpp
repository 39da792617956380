#include "ui/help/lessontext.h"

#include "ui/help/lessonpictures.h"
#include "ui/help/pageparts.h"

#include <QCoreApplication>
#include <QUrl>

#include <initializer_list>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

struct LessonText
{
    Q_DECLARE_TR_FUNCTIONS(LessonText)
};

/// What the exercise writes in Python, what Flagfetch does instead, and in which class.
struct Step
{
    QLatin1StringView python;
    QString text;
    QLatin1StringView where;
};

QString lessonTable(std::initializer_list<Step> steps)
{
    QString html = u"<table width=\"100%\" cellspacing=\"6\"><tr>"_s;
    for (const auto &[title, width] : {std::pair(LessonText::tr("In Python"), 32),
             std::pair(LessonText::tr("In Flagfetch"), 46), std::pair(LessonText::tr("Where"), 22)})
        html += u"<th align=\"left\" width=\"%1%\">%2</th>"_s.arg(width).arg(title.toHtmlEscaped());
    html += "</tr>"_L1;
    for (const Step &step : steps)
        html += u"<tr><td><code>%1</code></td><td>%2</td><td><code>%3</code></td></tr>"_s.arg(
            QString(step.python).toHtmlEscaped(), step.text.toHtmlEscaped(),
            QString(step.where).toHtmlEscaped());
    return html + "</table>"_L1;
}

QString introduction()
{
    return paragraph(LessonText::tr(
               "Flagfetch began as an exercise: download twenty flags, first one after another, then in "
               "threads, then with asyncio. A download mostly waits for a server. The exercise asks what "
               "the program does while it waits."))
        + paragraphWithLinks(LessonText::tr("%1 (Ctrl+F1) shows the three side by side. %2 (F8) shows the "
                                            "requests of your own downloads. Both keys work here, too."),
            {linkTo(threeWaysLink, LessonText::tr("Help > Three ways to download")),
                linkTo(timelineLink, LessonText::tr("View > Timeline"))});
}

QString ways()
{
    return heading(LessonText::tr("Three ways to wait"))
        + numberedList({LessonText::tr("One at a time: the program waits for each response and does nothing "
                                       "else. The times of all requests add up."),
            LessonText::tr("Threads: each thread waits for one response. The waiting happens at the "
                           "same time, and each wait costs a thread with its stack."),
            LessonText::tr("Event loop: one thread asks the system which of its sockets has something new, "
                           "and handles that. The waiting happens at the same time in one thread.")})
        + htmlOf(LessonPicture::OneAtATime)
        + paragraph(LessonText::tr("One at a time: each bar begins where the one before ends. A bar is a "
                                   "request. Its thin orange part is waiting for the server, its thick blue "
                                   "part is receiving. In flight is the number of requests that have been "
                                   "sent and are not complete; here it is never more than 1."))
        + htmlOf(LessonPicture::ManyAtOnce)
        + paragraph(
            LessonText::tr("Many at once: all bars begin together, and the longest decides. In flight "
                           "rises to 5 at once, and falls with each response. Threads and event loop "
                           "look the same."))
        + paragraph(LessonText::tr("The event loop of Flagfetch is Qt's. It calls a function for each event, "
                                   "and such a function must return quickly: while it runs, all other "
                                   "responses have to wait."))
        + htmlOf(LessonPicture::BlockedLoop)
        + paragraph(LessonText::tr("A blocked event loop: the responses have arrived long ago, but the loop "
                                   "sleeps at each flag before it sees the next one. The ladders in the row "
                                   "Loop are the sleeps. The orange parts are too long: they include "
                                   "the sleeps, and so does every sum of these times."));
}

QString translation()
{
    return heading(LessonText::tr("From await to finished"))
        + paragraph(
            LessonText::tr("C++ with Qt does not need await. An object stands for the coroutine: its members "
                           "are the local variables, and a slot is the code after the await."))
        + lessonTable({
            {"async def download_one(cc)"_L1,
                LessonText::tr("An object for each country. It lives until its flag is saved or has failed."),
                "FlagJob"_L1},
            {"await client.get(url)"_L1,
                LessonText::tr("start() sends the request and returns at once. When the response is "
                               "complete, the event loop calls onReplyFinished()."),
                "HttpGet"_L1},
            {"async with semaphore"_L1,
                LessonText::tr("A request waits until it gets one of the slots. Each slot is one request in "
                               "flight."),
                "TransferPool"_L1},
            {"asyncio.run(main())"_L1,
                LessonText::tr("The thread of the requests runs an event loop, apart from that of the "
                               "window."),
                "SessionThread"_L1},
            {"gather(*tasks)"_L1,
                LessonText::tr("The queue starts a job for each country and counts the results."),
                "DownloadQueue"_L1},
            {"for t in as_completed(tasks)"_L1,
                LessonText::tr(
                    "A signal for each flag, in the order in which they arrive. The grid shows the "
                    "flag at once."),
                "flagFinished"_L1},
            {"to_thread(save, picture)"_L1,
                LessonText::tr("Checking and saving block, so they run in a pool of threads."),
                "saveFlag"_L1},
            {"except HTTPStatusError"_L1,
                LessonText::tr("Errors are values. Not found is a result; other failures may be tried again "
                               "or use another source."),
                "Failure"_L1},
            {"task.cancel()"_L1,
                LessonText::tr("Destroying the job cancels its requests. A file is saved completely or not "
                               "at all."),
                "FlagJob"_L1},
            {"return counter"_L1,
                LessonText::tr("The last signal of a download has the report. It is emitted exactly once."),
                "finished"_L1},
        });
}

QString phases()
{
    return heading(LessonText::tr("The life of a request"))
        + numberedList({LessonText::tr("It waits for a slot, if as many requests as allowed are in flight."),
            LessonText::tr("It waits for the server. This takes most of the time, and no work."),
            LessonText::tr("It receives the picture."),
            LessonText::tr("The picture waits for a thread of the pool, which checks and saves it."),
            LessonText::tr("finished: the flag appears in the grid.")});
}

QString exercises()
{
    return heading(LessonText::tr("Try it"))
        + numberedList({LessonText::tr(
                            "Open Help > Three ways to download, press Run, and compare the timelines. "
                            "Which of the numbers grow with the flags in progress?"),
            LessonText::tr(
                "Download the twenty flags from the slow built-in source with 1, 5 and 20 requests at once. "
                "From where on does a higher number help no more?"),
            LessonText::tr("Download from the faulty built-in source. A quarter of the requests fail with "
                           "status 418. Why does the program not try them again by itself?"),
            LessonText::tr("In Preferences > Simulated faults, block the event loop for 200 ms at each flag. "
                           "Download the twenty flags from the source Built-in, which answers at once, with "
                           "the timeline open. What happens to the responses that have arrived meanwhile? "
                           "Turn it off again."),
            LessonText::tr("Why does the window not freeze in that exercise? The requests are in another "
                           "thread, with another event loop. Three ways to download ignores the setting.")});
}

QString answers(const QString &document)
{
    if (document.isEmpty())
        return paragraph(LessonText::tr("docs/LESSON.md in the source code has these exercises with exact "
                                        "steps, measured numbers and answers."));
    return paragraphWithLinks(
        LessonText::tr("%1 has these exercises with exact steps, measured numbers and answers."),
        {linkTo(QUrl::fromLocalFile(document).toString(), document)});
}

} // namespace

QString lessonPage(const QString &document)
{
    return introduction() + ways() + translation() + phases() + exercises() + answers(document);
}
