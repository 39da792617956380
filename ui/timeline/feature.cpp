#include "ui/timeline/feature.h"

#include <QCoreApplication>

namespace {

struct FeatureTexts
{
    Q_DECLARE_TR_FUNCTIONS(FeatureTexts)
};

} // namespace

QString nameOf(Feature feature)
{
    switch (feature) {
    case Feature::InFlight:
        return FeatureTexts::tr("In flight");
    case Feature::Limit:
        return FeatureTexts::tr("Limit");
    case Feature::Compared:
        return FeatureTexts::tr("Compared run");
    case Feature::BlockedLoop:
        return FeatureTexts::tr("Event loop blocked");
    case Feature::Threads:
        return FeatureTexts::tr("Threads");
    }
    Q_UNREACHABLE();
}

QString explanationOf(Feature feature)
{
    switch (feature) {
    case Feature::InFlight:
        return FeatureTexts::tr("The blue line is the number of requests that have been sent and are not "
                                "complete. The higher it is, the more of them wait at the same time.");
    case Feature::Limit:
        return FeatureTexts::tr("The line with thin dashes is the most requests that may be in flight at one "
                                "moment: Requests at once, if the source allows as many.");
    case Feature::Compared:
        return FeatureTexts::tr(
            "The line with thick dashes is the number in flight of the run that you compare with.");
    case Feature::BlockedLoop:
        return FeatureTexts::tr("The program sleeps on purpose, and does not see the responses that arrive "
                                "meanwhile. Preferences > Simulated faults turns this on and off.");
    case Feature::Threads:
        return FeatureTexts::tr("Each line is one thread of the pool: what it has checked and saved, and "
                                "when. Requests need no thread while they wait.");
    }
    Q_UNREACHABLE();
}
