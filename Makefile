# Everything a newcomer types. The two that matter: make run, make test.
PYTHON ?= python3
RUN = .venv/bin/python
OFFSCREEN = QT_QPA_PLATFORM=offscreen

.PHONY: run test check bundle bench tour screenshots translations clean

run:  ## open Klartext; with no display, show the guided tour offscreen instead
	@PYTHON=$(PYTHON) .ci/setup
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
		exec $(RUN) -m desktop; \
	else \
		echo "No display here: running the guided tour offscreen; pictures and certificate go to tour-out/."; \
		exec $(RUN) -m desktop --home tour-out/home tour --out tour-out; \
	fi

test:  ## every test, the linters and the type checker
	@PYTHON=$(PYTHON) .ci/setup test,voice
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy
	$(OFFSCREEN) $(RUN) -m pytest -n 2 --dist loadfile

bundle:  ## build dist/klartext/ and try it in a throw-away home
	@PYTHON=$(PYTHON) .ci/setup bundle,voice
	.ci/bundle

bench:  ## measure start, memory, answers, certificates; ratios within one run
	@PYTHON=$(PYTHON) .ci/setup test,voice
	$(OFFSCREEN) $(RUN) -m tests.bench

tour:  ## screenshots of every screen and a verified certificate in tour-out/
	@PYTHON=$(PYTHON) .ci/setup
	$(OFFSCREEN) $(RUN) -m desktop --home tour-out/home tour --out tour-out

screenshots: tour  ## put the pictures of the README in place
	mkdir -p assets/screenshots
	cp tour-out/de/light/home-completed.png assets/screenshots/home.png
	cp tour-out/de/light/check-4.png assets/screenshots/lesson.png
	cp tour-out/de/dark/check-4.png assets/screenshots/lesson-dark.png
	cp tour-out/de/light/quiz-single.png assets/screenshots/quiz.png
	cp tour-out/de/light/simulation.png assets/screenshots/simulation.png
	cp tour-out/de/light/assessment-result.png assets/screenshots/self-assessment.png

check:  ## read all shipped courses and say what is wrong with them
	@PYTHON=$(PYTHON) .ci/setup
	$(RUN) -m desktop check courses quizzes

translations:  ## collect the words shown in the window and compile their German
	.venv/bin/pyside6-lupdate -locations none -no-obsolete $$(find desktop/ui -name "*.py" | sort) -ts assets/translations/klartext_de.ts
	.venv/bin/pyside6-lrelease assets/translations/klartext_de.ts -qm assets/translations/klartext_de.qm

clean:
	rm -rf build dist tour-out .mypy_cache .ruff_cache .pytest_cache .hypothesis
