"""The same task with aiohttp: fetches the picture and then the metadata of each country.

Files are saved in an executor.
"""

import asyncio
from pathlib import Path
import ssl
import sys

import aiohttp


async def download(session, limit, base, code, folder):
    async with limit, session.get(f"{base}/{code}/{code}.gif") as answer:
        answer.raise_for_status()
        picture = await answer.read()
    async with limit, session.get(f"{base}/{code}/metadata.json") as answer:
        answer.raise_for_status()
        country = (await answer.json())["country"]
    name = f"{code.upper()}-{country.replace(' ', '_')}.gif"
    await asyncio.get_running_loop().run_in_executor(None, (folder / name).write_bytes, picture)


async def main(base, limit, certificate, folder, codes):
    context = ssl.create_default_context(cafile=certificate) if base.startswith("https") else None
    connector = aiohttp.TCPConnector(limit=int(limit), ssl=context)
    async with aiohttp.ClientSession(connector=connector) as session:
        gate = asyncio.Semaphore(int(limit))
        await asyncio.gather(*(download(session, gate, base, code, Path(folder))
                               for code in Path(codes).read_text().split()))


asyncio.run(main(*sys.argv[1:]))
