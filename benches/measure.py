"""Runs a program once and prints as JSON what it took: `python3 -I -S measure.py LOG PROGRAM ARGUMENT...`

This is a process of its own, and imports next to nothing, since Linux counts to the peak memory of a program what the process that started it
had. Peaks below about 10 MB can therefore not be seen. Wall and processor time begin with the start of the program.
"""

import os
import sys
import time

log, *command = sys.argv[1:]
said = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
begun = time.perf_counter()
process = os.posix_spawn(command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, said, 1), (os.POSIX_SPAWN_DUP2, said, 2)])
_, status, used = os.wait4(process, 0)
wall = time.perf_counter() - begun
processor = used.ru_utime + used.ru_stime
print(f'{{"wall": {wall:.6f}, "processor": {processor:.6f}, "memory": {used.ru_maxrss}, "code": {os.waitstatus_to_exitcode(status)}}}')
