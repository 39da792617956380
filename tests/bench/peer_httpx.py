"""The same task with httpx: fetches the picture and then the metadata of each country.

Files are saved in an executor.
"""

import asyncio
from pathlib import Path
import ssl
import sys

import httpx


async def get(client, limit, address):
    async with limit:
        answer = await client.get(address)
    answer.raise_for_status()
    return answer


async def download(client, limit, base, code, folder):
    picture = (await get(client, limit, f"{base}/{code}/{code}.gif")).content
    country = (await get(client, limit, f"{base}/{code}/metadata.json")).json()["country"]
    name = f"{code.upper()}-{country.replace(' ', '_')}.gif"
    await asyncio.get_running_loop().run_in_executor(None, (folder / name).write_bytes, picture)


async def main(base, limit, certificate, folder, codes, http):
    context = ssl.create_default_context(cafile=certificate) if base.startswith("https") else True
    limits = httpx.Limits(max_connections=int(limit), max_keepalive_connections=int(limit))
    options = {"limits": limits, "verify": context, "timeout": 30, "http2": http == "2", "trust_env": False}
    async with httpx.AsyncClient(**options) as client:
        gate = asyncio.Semaphore(int(limit))
        await asyncio.gather(*(download(client, gate, base, code, Path(folder))
                               for code in Path(codes).read_text().split()))


asyncio.run(main(*sys.argv[1:]))
