#include "app/downloads/downloadrequest.h"

#include "app/downloads/conversionjson.h"
#include "app/sets/flagindex.h"

BatchSpec DownloadRequest::spec() const
{
    BatchSpec spec{.purpose = purpose, .conflict = save.conflict, .codes = {}, .target = {}};
    for (const Country &country : countries)
        spec.codes.append(country.code);
    spec.codes.sort();
    spec.target.nameTemplate = save.nameTemplate.text();
    spec.target.pictures = conversionToJson(conversion);
    for (const Source &source : sources)
        spec.sourceSequence.append(spec.target.put(source));
    FlagIndex flags;
    for (const SetFlag &flag : known)
        flags.put(flag);
    spec.target.flags = flags.flags();
    spec.following = following;
    spec.remaining = remaining;
    return spec;
}
