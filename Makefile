# What builds, tests, documents and packs the program. `make help` lists them.
.PHONY: help report check test build lint format benchmark budget estimators gallery docs fuzz faults install deb archive clean

SWIFT_FLAGS := --explicit-target-dependency-import-check error
# The same bytes in every folder: no symbols, no debugging information, no paths of this machine.
REPRODUCIBLE := -Xlinker -s -debug-info-format none -Xcc "-ffile-prefix-map=$(CURDIR)=."
# A generic type is made of its parts where it is first needed, not looked up by its name among everything that conforms to
# anything: a build needs a few hundred, and has each only once.
DIRECT_TYPES := -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors
RELEASE := .build-release
SWIFT_SOURCES := Package.swift Sources Tests Fuzzing Benchmarks Examples
PREFIX ?= /usr/local

help: ## list the commands
	@sed -n 's/^\([a-z]*\):.*## /make \1	/p' $(MAKEFILE_LIST)

report: build ## build the program and make the bundles in output/hcc and output/colon
	$(RELEASE)/release/greenwood build studies/hcc/study.yaml
	$(RELEASE)/release/greenwood build studies/colon/study.yaml
	@echo "made output/hcc: open output/hcc/report.html"

build: ## build the release program
	@scripts/prepare.sh build
	swift build -c release --product greenwood --static-swift-stdlib $(REPRODUCIBLE) $(DIRECT_TYPES) --scratch-path $(RELEASE) $(SWIFT_FLAGS)

check: ## run what must hold before a change lands: tests, reports, appendices, row order, documentation, examples
	.ci/run

test: lint ## run every test
	@scripts/prepare.sh test
	swift build --build-tests $(SWIFT_FLAGS)
	swift test --skip-build

lint: ## check the formatting
	swift format lint --strict --recursive $(SWIFT_SOURCES)

format: ## format the sources
	swift format --in-place --recursive $(SWIFT_SOURCES)

benchmark: build ## time the bundle against the same artefacts made by R
	@scripts/prepare.sh benchmark
	Benchmarks/bundle/run.sh $(RELEASE)/release/greenwood

budget: build ## count the instructions of a bundle; fails where they are far more than they were
	@scripts/prepare.sh budget
	Benchmarks/bundle/budget.sh $(RELEASE)/release/greenwood

estimators: ## time the estimators against R at a million and ten million patients
	Benchmarks/estimators/run.sh

gallery: build ## draw every kind of figure with hard data on one page, output/gallery/index.html
	scripts/gallery.sh $(RELEASE)/release/greenwood

docs: build ## make the documentation as a site, output/docs/index.html
	@scripts/prepare.sh docs
	scripts/docs.sh $(RELEASE)/release/greenwood

fuzz: ## fuzz every reader for a minute (SECONDS=600 for longer)
	@scripts/prepare.sh build
	scripts/fuzz.sh $(or $(SECONDS),60)

faults: build ## kill 200 builds at random moments and look for a torn bundle
	scripts/kill.sh $(RELEASE)/release/greenwood 200

install: build ## install program, manual page and completions under PREFIX (/usr/local)
	@scripts/prepare.sh package
	scripts/package.sh install $(PREFIX)

deb: build ## make a Debian package in .build-release/packages
	@scripts/prepare.sh package
	scripts/package.sh deb $(RELEASE)/packages

archive: build ## make a release archive in .build-release/packages
	@scripts/prepare.sh package
	scripts/package.sh archive $(RELEASE)/packages

clean: ## remove what was built
	rm -rf .build $(RELEASE)
