"""Engines that do something wrong or odd, one a mode: `misbehaving.py MODE`. They play the ruleset `worked-example`."""

import os
import signal
import subprocess
import sys
import time

mode = sys.argv[1]


def say(line):
    print(line, flush=True)


def linger():
    """Ends at nothing but SIGKILL."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while True:
        time.sleep(60)


def flood(text):
    while True:
        sys.stdout.write(text)


def go():
    if mode == "lingers":
        if sys.argv[2:] == ["killed"]:
            subprocess.Popen(["sleep", "1000.125"], start_new_session=True)
        say("bestmove propose p words Here I am.")
        linger()
    elif mode == "crash":
        sys.exit(3)
    elif mode == "segfault":
        os.kill(os.getpid(), signal.SIGSEGV)
    elif mode in ("hang", "at-stop"):
        pass
    elif mode == "deaf":
        linger()
    elif mode == "flood-of-lines":
        flood("info string more\n")
    elif mode == "flood-without-end":
        flood("x" * 1000)
    elif mode == "not-text":
        os.write(1, b"bestmove \xff\xfe\n")
    elif mode == "garbage":
        os.write(1, b"\x1b[2J\x00\x07 \x1b]0;owned\x07\nbestmove \x1b[31mred \xe2\x80\xae\x1b[2J\n")
    elif mode == "illegal":
        say("bestmove sophisticate b")
    elif mode == "wrong-side":
        say("bestmove counter s ordinary words It is my turn.")
    elif mode == "disputes-nothing":
        say("bestmove dispute pattern p divergence=0.2 words Never.")
    elif mode == "writes-for-both":
        say("bestmove coin propose r trigger=a divergence=1 training=1")
    elif mode.startswith("offers"):
        say("bestmove propose p")
    elif mode == "none":
        say("bestmove none")
    elif mode == "closes-output":
        os.close(1)
        linger()
    elif mode == "leaves-a-child":
        subprocess.Popen(["sleep", "1000.5"])
        sys.exit(4)
    elif mode == "leaves-a-daemon":
        subprocess.Popen(["sh", "-c", "sleep 1000.25 & exit"], start_new_session=True).wait()
        sys.exit(4)
    elif mode == "has-options":
        say("bestmove propose p words " + ", ".join(told))
    elif mode == "noisy":
        sys.stderr.write("\x1b[2Jnoise\n" * 500_000)
        sys.exit(5)
    elif mode == "quits-early":
        say("bestmove propose p words Here is \x1b[2J a move.")
        sys.exit(0)


# The options that were set.
told = []
if mode == "crash-at-start":
    sys.exit(3)
if mode == "no-hello":
    linger()
for line in sys.stdin:
    verb = line.split()[0]
    if verb == "credulity":
        if mode == "has-options":
            os.write(1, b"id name Jos\xe9\ninfo string \xff\noption name Skill Level type string default 3\n")
            say("option name Style")
        if mode.startswith("offers"):
            say("offers")
        say("ok")
    elif verb == "offer" and mode == "offers":
        say("offer 0.125" if line.split()[1:] == ["dispute", "pattern", "p"] else "offer 1")
    elif verb == "offer" and mode == "offers-nonsense":
        say("offer twice as much")
    elif verb == "option":
        told.append(line.strip())
    elif verb == "isready":
        say("ready")
    elif verb == "go":
        go()
    elif verb == "stop" and mode == "at-stop":
        say("bestmove propose p words At last.")
    elif verb == "quit":
        break
