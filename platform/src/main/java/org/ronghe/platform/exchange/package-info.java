/// Tables in and out: spreadsheets, CSV, RIS, BibTeX and OpenAlex records become drafts,
/// organisations, people, facts and works; what is wrong is said cell by cell.
@NullMarked
package org.ronghe.platform.exchange;

import org.jspecify.annotations.NullMarked;
