// SPDX-License-Identifier: GPL-2.0-or-later
"use strict";
(() => {
	const form = document.getElementById("filters");
	const count = document.getElementById("count");
	const findings = [...document.querySelectorAll("details.finding")];
	const facets = ["level", "rule", "verdict", "domain", "folder"];
	const texts = new Map(); // what the search looks through, made when first asked for

	const text = (finding) => {
		if (!texts.has(finding))
			texts.set(finding, finding.textContent.toLowerCase());
		return texts.get(finding);
	};
	const matches = (finding, facet, wanted) =>
		finding.dataset[facet] === wanted ||
		(facet === "folder" && finding.dataset.folder.startsWith(wanted + "/"));

	function apply() {
		const words = form.elements.q.value.toLowerCase().split(/\s+/).filter(Boolean);
		const wanted = facets.map((f) => [f, form.elements[f].value]).filter((w) => w[1]);
		let shown = 0;

		for (const finding of findings) {
			const good = wanted.every(([f, value]) => matches(finding, f, value)) &&
				words.every((word) => text(finding).includes(word));
			finding.hidden = !good;
			shown += good;
		}
		count.textContent = `${shown} of ${findings.length}`;
	}
	function read() {
		const wanted = new URLSearchParams(location.hash.slice(1));

		for (const name of [...facets, "q"]) {
			const field = form.elements[name];

			field.value = wanted.get(name) ?? "";
			/* A folder may have conversions and no finding: then none is shown. */
			if (field.selectedIndex === -1)
				field.add(new Option(wanted.get(name), wanted.get(name), false, true));
		}
		apply();
	}
	form.addEventListener("input", () => {
		const wanted = new URLSearchParams();

		for (const name of [...facets, "q"])
			if (form.elements[name].value)
				wanted.set(name, form.elements[name].value);
		history.replaceState(null, "", "#" + wanted);
		apply();
	});
	form.addEventListener("submit", (event) => event.preventDefault());
	addEventListener("hashchange", read);
	form.hidden = false;
	read();
})();
