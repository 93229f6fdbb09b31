/// Tables of every make – delimited text or Parquet – read through one row interface: generic
/// events, patents, counts; and the probe that says what a file is.
@NullMarked
package org.ronghe.atlas.source.table;

import org.jspecify.annotations.NullMarked;
