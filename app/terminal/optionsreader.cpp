#include "app/terminal/optionsreader.h"

#include "app/terminal/conversionoptions.h"
#include "app/terminal/countryoptions.h"
#include "app/terminal/exportoptions.h"
#include "app/terminal/fileoptions.h"
#include "app/terminal/givenoptions.h"
#include "app/terminal/modeoptions.h"
#include "app/terminal/networkoptions.h"
#include "app/terminal/setoptions.h"
#include "app/terminal/sourceoptions.h"

CommandLine readOptions(const QCommandLineParser &parser, const Catalogue &catalogue)
{
    GivenOptions given(parser);
    Options options;
    readMode(given, options);
    readSourceOptions(given, options);
    readCountryOptions(given, catalogue, options); // a list may name what only some sources have
    readFileOptions(given, options);
    readConversionOptions(given, options);
    readSetOptions(given, options);
    readNetworkOptions(given, options);
    readServingOptions(given, options);
    readExportOptions(given, options);
    if (given.error())
        return *given.error();
    return options;
}
