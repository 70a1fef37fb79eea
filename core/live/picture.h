#pragma once

#include <memory>
#include <vector>

#include "core/live/snapshot.h"
#include "core/network/matrix.h"

namespace perceptible {

/// What is on screen, so what has to be evaluated.
struct View {
    Region region;
    int boundarySide = 128;  ///< the boundary is boundarySide × boundarySide values of ŷ
    int unitMapSide = 32;    ///< every unit map is unitMapSide × unitMapSide values
    int shownExamples = 600; ///< at most so many columns of activations
    friend bool operator==(const View&, const View&) = default;
};

/// A snapshot made visible: everything the views paint, evaluated at the snapshot's parameters.
struct Picture {
    SnapshotPtr snapshot;
    View view;

    /// ŷ (of the first output) over the region, boundarySide × boundarySide. Row 0 is the TOP row (largest x2), column
    /// 0 the left one; values are taken at the centres of the cells.
    Matrix<float> boundary;

    /// z[L] in the same cells, ŷ = σ(z): it does not saturate, so the line z = 0 can be drawn finer than the cells.
    Matrix<float> boundaryLogits;

    /// unitMaps[l] is n[l] × unitMapSide²: row i is unit i's a[l] over the region, the cells in the same order as the
    /// boundary's, row by row. l = 0…L; layer 0 are the inputs themselves.
    std::vector<Matrix<float>> unitMaps;

    /// Indices into snapshot->data->examples(): training examples sorted by class; evenly thinned when there are more
    /// than view.shownExamples.
    std::vector<int> shownExamples;

    /// activations[l] is A[l] of the shown examples, n[l] × shownExamples.size(); l = 0…L.
    std::vector<Matrix<float>> activations;
};
using PicturePtr = std::shared_ptr<const Picture>;

} // namespace perceptible
